package dev.ingest.proposal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ingest.pipeline.Pipeline;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles a source in memory, and calls it. */
public final class CompiledSource extends ClassLoader {

  private static final Pattern NAME =
      Pattern.compile("public record (\\w+)\\(", Pattern.UNICODE_CHARACTER_CLASS);

  private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

  private CompiledSource() {
    super(CompiledSource.class.getClassLoader());
  }

  /** Returns the pipeline; fails with what the compiler says where the source is none. */
  static Pipeline<?> pipeline(String source) {
    Matcher name = NAME.matcher(source);
    if (!name.find()) {
      throw new AssertionError("no public record in\n" + source);
    }
    return (Pipeline<?>) call(name.group(1), source, "pipeline");
  }

  /** Returns what a static method without arguments of a class returns. */
  public static Object call(String name, String source, String method) {
    CompiledSource loader = new CompiledSource();
    loader.compile(name, source);
    try {
      return loader.loadClass(name).getMethod(method).invoke(null);
    } catch (ReflectiveOperationException broken) {
      throw new LinkageError(source, broken);
    }
  }

  private void compile(String name, String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    List<String> options =
        List.of(
            "-proc:none",
            "-Xlint:all",
            "-Werror",
            "-cp",
            Objects.requireNonNull(System.getProperty("java.class.path")));
    boolean compiled =
        compiler
            .getTask(
                said,
                new Memory(compiler.getStandardFileManager(null, null, UTF_8)),
                null,
                options,
                null,
                List.of(new Source(name, source)))
            .call();
    if (!compiled) {
      throw new AssertionError(said + "\n" + source);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    ByteArrayOutputStream bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes.toByteArray(), 0, bytes.size());
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private final class Memory extends ForwardingJavaFileManager<JavaFileManager> {

    Memory(JavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("memory:///" + className + ".class"), kind) {
        @Override
        public OutputStream openOutputStream() {
          return classes.computeIfAbsent(className, name -> new ByteArrayOutputStream());
        }
      };
    }
  }
}
