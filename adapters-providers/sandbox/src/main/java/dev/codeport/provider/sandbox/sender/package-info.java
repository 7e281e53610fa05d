/**
 * Services on loopback that send codes and texts to phones that exist in memory only: the demo, the
 * default without any account, the fakes of tests.
 *
 * <p>A {@link dev.codeport.provider.sandbox.sender.SandboxSender} is a real HTTP server. It speaks
 * StartMessaging's API in the generation one chooses, and beside it a plain one that carries texts.
 * What reached whom stands in its {@link dev.codeport.provider.sandbox.sender.Phones}, what was
 * asked of it in its {@link dev.codeport.provider.sandbox.sender.SenderBooks}. No real SMS is
 * involved. Time is the given clock's alone.
 */
@NullMarked
package dev.codeport.provider.sandbox.sender;

import org.jspecify.annotations.NullMarked;
