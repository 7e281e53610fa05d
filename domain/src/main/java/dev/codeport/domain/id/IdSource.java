package dev.codeport.domain.id;

/**
 * Gives ids that nobody had before, on whichever node and after whatever crash; gaps are allowed.
 * Asked often: an implementation takes them in blocks.
 */
public interface IdSource {
  OrderId nextOrder();

  AccountId nextAccount();
}
