/**
 * Vendors that speak the SMSCode API, version 1: Codeport is one of them.
 *
 * <p>Version 1 and not 2, because its money is the vendor's ledger itself: whole rupiah, in which a
 * cost is exact and a highest price binds. Version 2 shows the same ledger in dollars, rounded, and
 * needs a rate for it.
 *
 * <p>A number is asked for under our own reference as {@code Idempotency-Key}, so a request whose
 * answer got lost may be made once more without a second number. Products are bought by country and
 * platform ({@code catalog_product_id}) and never by tier, as only then a highest price is heeded.
 * An order shows its newest SMS only.
 */
@NullMarked
package dev.codeport.provider.smscode;

import org.jspecify.annotations.NullMarked;
