package dev.codeport.memory;

import dev.codeport.contract.StockCacheContract;
import dev.codeport.domain.pool.StockCache;

class MemoryStockCacheTest implements StockCacheContract {
  private final StockCache stock = new MemoryStockCache();

  @Override
  public StockCache stock() {
    return stock;
  }
}
