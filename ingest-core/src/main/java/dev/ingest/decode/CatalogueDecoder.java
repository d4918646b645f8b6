package dev.ingest.decode;

/** Marks the strict decoders of the catalogue: none of them takes an error for a value. */
interface CatalogueDecoder<T> extends CellDecoder<T> {}
