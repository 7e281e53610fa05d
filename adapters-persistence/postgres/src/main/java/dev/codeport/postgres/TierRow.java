package dev.codeport.postgres;

import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.Operator;
import dev.codeport.domain.catalog.OperatorId;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.catalog.Tier;
import dev.codeport.domain.catalog.TierId;
import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.id.ProviderId;
import java.sql.SQLException;

/** A tier in the columns {@code tier_id} and {@code tier_…} of whichever row. */
final class TierRow {
  /** What {@code operator_id} is for a tier of any operator. */
  static final int ANY_OPERATOR = 0;

  private TierRow() {}

  static Tier read(Row row) throws SQLException {
    var operatorId = row.intOf("tier_operator_id");
    var operator =
        row.textIfAny("tier_operator").map(code -> new Operator(new OperatorId(operatorId), code));
    var key =
        new TierKey(
            new ProviderId(row.text("tier_provider")),
            new CountryId(row.intOf("tier_country_id")),
            new PlatformId(row.intOf("tier_platform_id")),
            operator.map(Operator::code));
    return new Tier(new TierId(row.intOf("tier_id")), key, operator);
  }
}
