package dev.ingest.lambda;

import dev.ingest.aws.AwsClients;
import dev.ingest.aws.Destination;
import dev.ingest.aws.redshift.CopyAccess;
import dev.ingest.aws.s3.S3Listing;
import dev.ingest.aws.s3.S3ObjectStore;
import dev.ingest.aws.settings.Target;
import dev.ingest.aws.settings.TargetSettings;
import dev.ingest.lambda.notice.Announcer;
import dev.ingest.lambda.notice.BusAnnouncer;
import dev.ingest.lambda.notice.NoticeClients;
import dev.ingest.lambda.notice.TopicAnnouncer;
import dev.ingest.metrics.MetricsPipeline;
import dev.ingest.pipeline.KeyPattern;
import dev.ingest.store.ObjectStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Makes the function out of its settings. Clients are made once; no connection is opened and no
 * secret fetched.
 */
final class Composition {

  private Composition() {}

  /** Makes the part of the function that takes objects. */
  static Arrivals arrivals(LambdaSettings settings) {
    TargetSettings target = settings.target();
    S3Client client = AwsClients.s3(target.s3());
    S3ObjectStore store = new S3ObjectStore(client, target.s3());
    Destination destination = target.destination(target.over(store));
    Premises premises =
        new Premises(settings.inputBuckets(), settings.outputBucket(), written(settings));
    List<Pipelines.Entry> entries = new ArrayList<>();
    for (Pipelines.Entry entry : described(settings, client, store)) {
      entries.add(new Pipelines.Entry(entry.source(), destination.fit(entry.pipeline())));
    }
    return new Arrivals(
        Pipelines.of(entries, premises),
        new Arrivals.Site(
            premises,
            new S3Places(store, target),
            destination.loader(),
            settings.results(),
            settings.memory()));
  }

  /** Makes those who are told; whoever is not wanted costs no class. */
  static Announcers announcers(LambdaSettings settings) {
    List<Announcer> all = new ArrayList<>();
    if (settings.topic() != null) {
      all.add(new TopicAnnouncer(NoticeClients.sns(), settings.topic()));
    }
    if (settings.bus() != null) {
      all.add(new BusAnnouncer(NoticeClients.eventBridge(), settings.bus()));
    }
    return new Announcers(all);
  }

  /** Makes the counting; what is printed ends in the function's log. */
  static Metrics metrics(LambdaSettings settings) {
    return new Metrics(settings.namespace(), System.out, Clock.systemUTC());
  }

  /** What is put into the output bucket beside the outputs. */
  private static List<KeyPattern> written(LambdaSettings settings) {
    List<KeyPattern> written = new ArrayList<>();
    if (settings.results() != null) {
      written.add(KeyPattern.of(settings.results()));
    }
    CopyAccess access = null;
    if (settings.target().target() instanceof Target.Redshift redshift) {
      access = redshift.access();
    } else if (settings.target().target() instanceof Target.RedshiftData redshift) {
      access = redshift.access();
    }
    if (access != null) {
      written.add(KeyPattern.of(access.manifests() + "{name}"));
    }
    return written;
  }

  private static List<Pipelines.Entry> described(
      LambdaSettings settings, S3Client client, ObjectStore store) {
    return settings.pipelines().isEmpty()
        ? List.of(new Pipelines.Entry("the example", MetricsPipeline.into(settings.table())))
        : new PipelineFiles(store, new S3Listing(client, settings.target().s3()))
            .read(settings.pipelines());
  }

  /** S3, with what is written compressed if that is said. */
  private record S3Places(S3ObjectStore store, TargetSettings target) implements Places {

    @Override
    public ObjectStore uploads(Instant end) {
      return store.until(end, Clock.systemUTC());
    }

    @Override
    public ObjectStore outputs(Instant end) {
      return target.over(uploads(end));
    }
  }
}
