package dev.ingest.bench.program;

import dev.ingest.row.Lenient;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of the wide table: its forty columns. */
public record WideRow(
    String text1,
    String text2,
    String text3,
    String text4,
    String text5,
    String text6,
    String text7,
    String text8,
    String text9,
    String text10,
    String text11,
    String text12,
    long integer1,
    long integer2,
    long integer3,
    long integer4,
    long integer5,
    long integer6,
    long integer7,
    long integer8,
    double short1,
    double short2,
    double short3,
    double short4,
    double short5,
    double short6,
    double long1,
    double long2,
    double long3,
    double long4,
    double long5,
    double long6,
    @Lenient @Nullable Double gap1,
    @Lenient @Nullable Double gap2,
    LocalDate date1,
    LocalDate date2,
    LocalDate date3,
    LocalDate date4,
    boolean flag1,
    boolean flag2) {}
