package dev.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An archive of classes is only as good as the run that it is made of. */
class RehearsalTest {

  @Test
  void itsWorkbookIsConvertedWithoutAProblem() throws Exception {
    assertThat(Rehearsal.run()).isEqualTo(ExitCode.CLEAN);
  }
}
