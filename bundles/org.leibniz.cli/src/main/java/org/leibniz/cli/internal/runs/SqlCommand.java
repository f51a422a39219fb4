package org.leibniz.cli.internal.runs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.cli.internal.ReadOptions;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.cli.internal.text.Table;
import org.leibniz.store.RunStore;
import org.leibniz.store.SqlResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A read-only query of the store. */
@Command(
    name = "sql",
    description = "Runs one SQL query over the run store; nothing can be changed. --json writes one object per row.",
    footer = {
      "leibniz sql \"select table_name from information_schema.tables where table_schema = 'PUBLIC'\"",
      "leibniz sql 'select subject, outcome, sum(n) from summary group by subject, outcome'"
    })
public final class SqlCommand implements Callable<Integer> {
  @Parameters(paramLabel = "QUERY", description = "One SELECT.")
  String query;

  @Mixin ReadOptions options;

  private final Context context;

  public SqlCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (RunStore store = context.workspaces().store(options.workspace())) {
      SqlResult result = store.query(query);
      if (options.json()) {
        result.rows().forEach(row -> Json.print(context.console(), json(result.columns(), row)));
      } else {
        print(result);
      }
    }
    return ExitStatus.DONE;
  }

  private static ObjectNode json(List<String> columns, List<Object> row) {
    ObjectNode node = Json.object();
    for (int i = 0; i < columns.size(); i++) {
      node.set(columns.get(i), Json.of(row.get(i)));
    }
    return node;
  }

  private void print(SqlResult result) {
    List<String> headers =
        java.util.stream.IntStream.range(0, result.columns().size())
            .mapToObj(i -> (isNumeric(result, i) ? ">" : "") + result.columns().get(i))
            .toList();
    Table table = Table.of(headers);
    result.rows().forEach(row -> table.row(row.stream().map(value -> value == null ? "null" : value.toString()).toList()));
    table.print(context.console());
    context.console().say(result.rows().size() + (result.rows().size() == 1 ? " row" : " rows"));
  }

  private static boolean isNumeric(SqlResult result, int column) {
    return !result.rows().isEmpty() && result.rows().stream().allMatch(row -> row.get(column) == null || row.get(column) instanceof Number);
  }
}
