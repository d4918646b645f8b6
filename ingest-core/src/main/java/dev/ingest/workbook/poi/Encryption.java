package dev.ingest.workbook.poi;

import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookException.Reason;
import dev.ingest.workbook.part.Damage;
import java.security.GeneralSecurityException;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;

/** Finds the password that opens a workbook. */
final class Encryption {

  /** [MS-OFFCRYPTO] 2.3.4.10 allows no more; each costs a hash. */
  private static final int MOST_SPINS = 10_000_000;

  private static final String GIVE_IT = "give it with --password or ReadOptions.withPassword";

  private Encryption() {}

  /**
   * Returns what decrypts: with the password that the options declare, or with the one that Excel
   * uses where it asks for none.
   *
   * @throws WorkbookException if neither opens the workbook
   */
  static Decryptor decryptor(String name, EncryptionInfo info, ReadOptions options)
      throws GeneralSecurityException {
    if (info.getVerifier().getSpinCount() > MOST_SPINS) {
      throw Damage.at(
          name,
          "expected a password that is hashed at most %s times, found %s"
              .formatted(MOST_SPINS, info.getVerifier().getSpinCount()));
    }
    Decryptor decryptor = info.getDecryptor();
    String given = options.password().orElse(null);
    if (given != null && decryptor.verifyPassword(given)
        || decryptor.verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
      return decryptor;
    }
    throw new WorkbookException(
        Reason.PASSWORD_NEEDED,
        name
            + (given == null
                ? ": expected the password of an encrypted workbook, found none; " + GIVE_IT
                : ": expected the password of the encrypted workbook, found another; check it and "
                    + GIVE_IT));
  }

  /** Makes the failure for an encryption that is not known here. */
  static WorkbookException unsupported(String name, Throwable cause) {
    return new WorkbookException(
        Reason.UNSUPPORTED,
        name
            + ": expected an encryption that can be read, found another;"
            + " open it in Excel and save it without a password",
        cause);
  }
}
