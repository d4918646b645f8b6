package dev.ingest.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

/** The YAML library may be left out by whoever writes pipelines as JSON. */
class WithoutYamlTest {

  /** Loads the classes of this module afresh, and none of the YAML library. */
  private static final class FreshClasses extends URLClassLoader {

    FreshClasses() {
      super(
          new URL[] {PipelineFile.class.getProtectionDomain().getCodeSource().getLocation()},
          WithoutYamlTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("com.fasterxml.jackson.dataformat.yaml")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith("dev.ingest.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : findClass(name);
      }
    }

    /** Returns what is said of a pipeline that is none. */
    Throwable refusal(String file) throws ReflectiveOperationException {
      try {
        loadClass(PipelineFile.class.getName())
            .getMethod("parse", String.class, String.class)
            .invoke(null, file, "\"none\"");
        throw new AssertionError("expected a refusal, found a pipeline");
      } catch (InvocationTargetException refused) {
        return refused.getCause();
      }
    }
  }

  @Test
  void aPipelineInYamlSaysWhatIsMissing() throws Exception {
    try (FreshClasses classes = new FreshClasses()) {
      assertThat(classes.refusal("sales.yaml"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "sales.yaml: expected Jackson's YAML to read a pipeline with, found none; add the"
                  + " dependency com.fasterxml.jackson.dataformat:jackson-dataformat-yaml, or write"
                  + " the file as JSON");
    }
  }

  @Test
  void aPipelineInJsonIsReadAllTheSame() throws Exception {
    try (FreshClasses classes = new FreshClasses()) {
      assertThat(classes.refusal("sales.json"))
          .hasMessage("sales.json:1:1: expected names with values, found \"none\"");
    }
  }
}
