package dev.codeport.provider.sandbox.sender;

import dev.codeport.domain.phone.PhoneNumber;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Phones with what reached them, in memory: the newest messages of those phones that got one last.
 * Safe for many threads.
 */
public final class Phones {
  private static final int MOST_PHONES = 10_000;
  private static final int MOST_MESSAGES = 20;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<PhoneNumber, Deque<Message>> inboxes = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param channel sms or whatsapp
   */
  public record Message(Instant at, String channel, String text) {
    /** Without the text: there is a code in it. */
    @Override
    public String toString() {
      return "Message[" + at + ", " + channel + "]";
    }
  }

  /** What reached a phone, oldest first: the newest twenty, if it got one not long ago. */
  public List<Message> inbox(PhoneNumber phone) {
    lock.lock();
    try {
      return new ArrayList<>(inboxes.getOrDefault(phone, new ArrayDeque<>()));
    } finally {
      lock.unlock();
    }
  }

  void receive(PhoneNumber phone, Message message) {
    lock.lock();
    try {
      var inbox = inboxes.computeIfAbsent(phone, number -> new ArrayDeque<>());
      inbox.addLast(message);
      if (inbox.size() > MOST_MESSAGES) {
        inbox.removeFirst();
      }
      if (inboxes.size() > MOST_PHONES) {
        inboxes.remove(inboxes.keySet().iterator().next());
      }
    } finally {
      lock.unlock();
    }
  }
}
