package dev.tiankong.it;

import java.sql.SQLException;

/**
 * A batch that has ended with errors, made by SQL: more texts than workers answer in a test's time.
 * Of each hundred texts the eighth has failed: {@code TOO_LONG} in the first hundred of each
 * thousand, otherwise {@code NO_MASK}. The last text alone has "Rarity" in it.
 */
record StoredBatch(String id, int total) {

  private static final String ROWS =
      """
      with made as (
        insert into batch (
          id, owner, task, options, state, total, succeeded, failed,
          created_at, started_at, finished_at, name
        )
        values (
          '%4$s', '%2$s', 'fill-mask', '{"model": "none", "topK": 3}', 'COMPLETED_WITH_ERRORS', %1$d, %1$d - %1$d / 100,
          %1$d / 100, now(), now(), now(), '%3$s'
        )
        returning id
      ), texts as (
        insert into item (batch_id, index, text)
        select
          id, i,
          case
            when i %% 100 = 7 then '第' || i || '句没有空。'
            else '第' || i || '句：春风又绿江南岸，明月何时照我[MASK]。'
          end || case i when %1$d - 1 then 'Rarity' else '' end
        from made, generate_series(0, %1$d - 1) i
      ), answers as (
        insert into item_result (
          batch_id, index, state, answer, error_code, error_message
        )
        select
          id, i,
          case when failed then 'FAILED' else 'SUCCEEDED' end,
          case when not failed then json_build_object('masks', json_build_array(json_build_object(
            'position', 17 + length(i::text), 'length', 6,
            'tokens', array['还', '归', '回'], 'scores', array[0.5, 0.25, 0.125]
          ))) end,
          case when failed then case i %% 1000 when 7 then 'TOO_LONG' else 'NO_MASK' end end,
          case when failed then 'The text ' || i || ' has no answer.' end
        from made, generate_series(0, %1$d - 1) i, lateral (values (i %% 100 = 7)) as f (failed)
      )
      select
      """;

  /**
   * @param total a multiple of a thousand
   */
  static StoredBatch make(String owner, String name, int total) throws SQLException {
    // Before the rows: it makes the tables that they lie in, if they are the first of the day.
    String id = new Books(Tables.source()).text("select new_batch_id()");
    Tables.run(ROWS.formatted(total, owner, name, id));
    return new StoredBatch(id, total);
  }

  String path() {
    return "/api/v1/batches/" + id;
  }
}
