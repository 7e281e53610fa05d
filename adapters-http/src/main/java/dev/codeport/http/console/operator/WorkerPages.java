package dev.codeport.http.console.operator;

import dev.codeport.application.worker.ReadWork;
import dev.codeport.http.console.ConsoleGate;
import dev.codeport.http.console.Section;
import dev.codeport.http.console.Visit;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Routes;

/** What runs by itself on this node, and what waits on all of them. */
final class WorkerPages {
  private final ReadWork work;
  private final ConsoleGate gate;

  WorkerPages(ReadWork work, ConsoleGate gate) {
    this.work = work;
    this.gate = gate;
  }

  void mount(Routes routes) {
    routes.get("/console/operator/workers", gate.operatorReads(this::show));
  }

  private Reply show(Visit visit) {
    return visit.show(
        "workers", Section.WORKERS, new WorkersPage(work.workerStates(), work.queues()));
  }
}
