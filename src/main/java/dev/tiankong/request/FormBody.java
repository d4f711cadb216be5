package dev.tiankong.request;

import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.Objects;
import java.util.function.Function;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;

/**
 * One file, and fields beside it, as browsers and curl upload them ({@code multipart/form-data}).
 * The file is read as it comes in: no copy of it lies in memory or on the disk.
 *
 * @param file what was made of it
 * @param fields wherever they stood, before the file or behind it
 */
public record FormBody<T>(T file, MultivaluedMap<String, String> fields) {

  private static final String FILE = "file";
  private static final int MOST_FIELDS = 100;
  private static final int LONGEST_FIELD = 1 << 16;
  private static final int LONGEST_HEADERS = 1 << 12;

  /**
   * The file of a form.
   *
   * @param name that it has at the client; empty if it was not said
   * @param type what the client says that it is; null if it does not
   * @param packing how it is packed, such as {@code gzip}; null if it does not say
   */
  public record Part(String name, String type, String packing, InputStream content) {}

  public static boolean reads(MediaType type) {
    return MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type);
  }

  /**
   * @param reader reads the file to its end, and is called once
   * @throws Refusal if the body is no such form
   */
  public static <T> FormBody<T> read(InputStream body, MediaType type, Function<Part, T> reader) {
    JakartaServletFileUpload<?, ?> upload = new JakartaServletFileUpload<>();
    upload.setHeaderCharset(StandardCharsets.UTF_8);
    upload.setMaxPartHeaderSize(LONGEST_HEADERS);
    try {
      return read(upload.getItemIterator(new FormRequest(body, type)), reader);
    } catch (UncheckedIOException e) {
      // Of whoever reads the file: it stands in the middle of the form, and may end with it.
      throw e.getCause() instanceof FileUploadException broken ? invalid(broken) : e;
    } catch (FileUploadException e) {
      throw invalid(e);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read the form", e);
    }
  }

  private static <T> FormBody<T> read(FileItemInputIterator parts, Function<Part, T> reader)
      throws IOException {
    MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
    T file = null;
    for (int number = 0; parts.hasNext(); number++) {
      FileItemInput part = parts.next();
      if (number > MOST_FIELDS) {
        throw JsonBody.invalid(
            Sentence.of("too-many-parts", "The form has more than {most} parts.")
                .with("most", MOST_FIELDS));
      }
      if (part.getFieldName() == null) {
        throw JsonBody.invalid(
            Sentence.of("unnamed-part", "Part {part} of the form has no name.")
                .with("part", number + 1));
      }
      if (!part.getFieldName().equals(FILE)) {
        fields.add(part.getFieldName(), field(part));
      } else if (file == null) {
        file = reader.apply(part(part));
      } else {
        throw JsonBody.invalid(
            "several-files", "The form has two parts \"file\": upload one file at a time.");
      }
    }
    if (file == null) {
      throw JsonBody.invalid("no-file", "The form has no part \"file\".");
    }
    return new FormBody<>(file, fields);
  }

  private static Refusal invalid(FileUploadException broken) {
    return JsonBody.invalid(
        Sentence.of("broken-form", "The form cannot be parsed: {cause}.")
            .with("cause", String.valueOf(broken.getMessage())));
  }

  private static Part part(FileItemInput part) throws IOException {
    return new Part(
        name(part),
        part.getContentType(),
        part.getHeaders().getHeader("Content-Encoding"),
        part.getInputStream());
  }

  private static String name(FileItemInput part) {
    try {
      return Objects.requireNonNullElse(part.getName(), "");
    } catch (InvalidPathException e) {
      throw JsonBody.unstorable("filename");
    }
  }

  private static String field(FileItemInput part) throws IOException {
    if (!part.isFormField()) {
      throw JsonBody.invalid(
          Sentence.of("unexpected-file", "The part \"{member}\" is a file: name it \"file\".")
              .with("member", part.getFieldName()));
    }
    byte[] value = part.getInputStream().readNBytes(LONGEST_FIELD + 1);
    if (value.length > LONGEST_FIELD) {
      throw new Refusal(
          ProblemCode.FIELD_TOO_LONG,
          Sentence.of("The field \"{member}\" has more than {most} bytes.")
              .with("member", part.getFieldName())
              .with("most", LONGEST_FIELD));
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
    } catch (CharacterCodingException e) {
      throw JsonBody.invalid(
          Sentence.of("not-utf-8", "The field \"{member}\" is not valid UTF-8.")
              .with("member", part.getFieldName()));
    }
  }
}
