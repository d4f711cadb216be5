package dev.tiankong.logformat;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.formatters.PatternFormatter;

/** WildFly's pattern formatter, for records that may hold what somebody outside has written. */
public final class EscapingFormatter extends PatternFormatter {

  @Override
  public String format(ExtLogRecord original) {
    // Other handlers have the same record.
    ExtLogRecord record = new ExtLogRecord(original);
    record.setMessage(
        EscapedText.line(String.valueOf(original.getFormattedMessage())), FormatStyle.NO_FORMAT);
    record.setThreadName(EscapedText.line(String.valueOf(original.getThreadName())));
    return EscapedText.record(super.format(record), original.getThrown());
  }
}
