/**
 * The contract kit: what every adapter of a driven port must do, as tests.
 *
 * <p>A contract is an interface of default tests that asks for the thing under test by one method.
 * Implement it in a test class of the adapter:
 *
 * <pre>{@code
 * class MyStorageTest implements StorageContract {
 *   private final Storage storage = MyStorage.empty(Ledger.rupiah());
 *
 *   @Override
 *   public Storage storage() {
 *     return storage;
 *   }
 * }
 * }</pre>
 *
 * <p>{@link dev.codeport.contract.Given} makes what a test needs to begin with, {@link
 * dev.codeport.contract.Race} lets threads do things at once, and {@link
 * dev.codeport.contract.Freezing} lets a node stand still at any moment of its work.
 */
@NullMarked
package dev.codeport.contract;

import org.jspecify.annotations.NullMarked;
