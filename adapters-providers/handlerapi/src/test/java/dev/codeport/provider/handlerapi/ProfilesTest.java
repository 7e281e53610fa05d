package dev.codeport.provider.handlerapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.contract.NumberProviderContract;
import dev.codeport.provider.sandbox.ErrorStyle;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every vendor we know keeps the contract; HeroSMS and the vanilla have files of their own. */
final class ProfilesTest {
  static List<String> names() {
    return HandlerApiDialect.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void every_profile_can_be_read_and_its_tables_loaded(String name) {
    var dialect = Dialects.with(Map.of("vendor", name, "currency", "USD", "deadline", "9s"));

    assertEquals(name, dialect.name());
    var table = CodeTable.load(dialect.countries(), dialect.services());
    assertTrue(table.countryCodes().size() > 20);
    assertTrue(table.serviceCodes().size() > 30);
  }

  @Test
  void nothing_in_a_profile_is_a_word_that_nobody_reads() {
    for (var name : names()) {
      var known = Profiles.values(Profiles.VANILLA).keySet();
      Profiles.values(name)
          .keySet()
          .forEach(key -> assertTrue(known.contains(key) || key.startsWith("calls-per-"), key));
    }
  }

  /** What runs is listed, what ended is not. */
  private abstract static class WithoutHistory extends SandboxStage
      implements NumberProviderContract {
    WithoutHistory(String vendor) {
      super(Dialects.at(vendor), ErrorStyle.TOKEN, Set.of());
    }

    /** An end that nobody saw coming says nothing of an SMS. */
    @Override
    public void a_lease_that_ran_out_after_an_sms_is_finished() {}
  }

  /** Speaks the oldest version only. */
  private abstract static class Old extends WithoutHistory {
    Old(String vendor) {
      super(vendor);
    }

    /** A text without a time cannot be told from the same text before. */
    @Override
    public void the_same_text_once_more_is_a_second_sms() {}

    /** getNumber tells no cost: what was allowed is taken for it. */
    @Override
    public void a_number_is_leased_for_what_it_was_offered_at() {}

    /** For the same reason. */
    @Override
    public void an_open_lease_is_held_with_all_that_identifies_it() {}
  }

  /** Of an SMS it tells the code alone where it finds one. */
  private abstract static class OnlyCodes extends Old {
    OnlyCodes(String vendor) {
      super(vendor);
    }

    @Override
    public void an_sms_is_shown_with_its_text_and_keeps_its_key() {}

    @Override
    public void an_sms_of_strange_signs_comes_through() {}

    @Override
    public void each_lease_gets_its_own() {}

    @Override
    public void one_more_code_comes_where_that_is_possible() {}
  }

  @Nested
  final class Tiger extends Old {
    Tiger() {
      super("tiger");
    }
  }

  @Nested
  final class Grizzly extends WithoutHistory {
    Grizzly() {
      super("grizzly");
    }
  }

  @Nested
  final class SmsHub extends OnlyCodes {
    SmsHub() {
      super("smshub");
    }
  }

  @Nested
  final class SmsBower extends OnlyCodes {
    SmsBower() {
      super("smsbower");
    }
  }

  @Nested
  final class SmsMan extends OnlyCodes {
    SmsMan() {
      super("smsman");
    }
  }

  @Nested
  final class Sms365 extends OnlyCodes {
    Sms365() {
      super("365sms");
    }
  }

  @Nested
  final class Vak extends OnlyCodes {
    Vak() {
      super("vak");
    }
  }
}
