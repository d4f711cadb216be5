package dev.tiankong.wording;

/** What programs tell refusals apart by: stable, while sentences may change. */
public interface Code {

  /** As clients read it. */
  String id();

  /** Of HTTP. */
  int status();
}
