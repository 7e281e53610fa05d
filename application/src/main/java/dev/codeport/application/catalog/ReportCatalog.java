package dev.codeport.application.catalog;

import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.id.ProviderId;
import java.util.List;

/** Where the vendors' own lists and our atlas do not meet. */
public interface ReportCatalog {
  /** Asks every vendor for its lists now, all at once. */
  List<VendorReport> reportCatalog();

  static ReportCatalog over(Atlas atlas, Pool pool) {
    return new ReportCatalogService(atlas, pool);
  }

  record VendorReport(ProviderId provider, Outcome outcome) {}

  sealed interface Outcome {}

  record Compared(Side countries, Side platforms) implements Outcome {}

  /** The vendor did not tell. */
  record Untold(String detail) implements Outcome {}

  /**
   * @param listed how many codes the vendor lists
   * @param understood how many of these mean something to us
   */
  record Side(int listed, int understood, List<Finding> findings) {
    public Side {
      findings = List.copyOf(findings);
    }
  }

  /**
   * @param name the vendor's for it, empty when it shows none
   * @param ours our words that it concerns: what the code means to us, or what its name says
   */
  record Finding(Kind kind, String code, String name, List<String> ours) {
    public Finding {
      ours = List.copyOf(ours);
    }
  }

  /** In which way they do not meet. */
  enum Kind {
    /** The name that the vendor shows is another thing's than what the code means to us. */
    CHANGED,
    /** We order by a code that the vendor does not list. */
    GONE,
    /** A code without meaning whose name fits several things, or one that has a code already. */
    AMBIGUOUS,
    /** A code without meaning whose name fits one thing of ours: likely a line to be added. */
    CANDIDATE,
    /** A code without meaning whose name is nothing of ours: perhaps a platform to be added. */
    UNKNOWN
  }
}
