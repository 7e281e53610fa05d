package dev.codeport.application.verification;

import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.phone.Region;
import dev.codeport.domain.verification.Dispatch;
import dev.codeport.domain.verification.Sender;
import dev.codeport.domain.verification.TextGateway;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The senders of this deployment, in the order in which they are asked. */
public record Senders(List<Sender> all) {
  public Senders {
    all = List.copyOf(all);
    if (all.stream().map(sender -> sender.profile().id()).distinct().count() < all.size()) {
      throw new IllegalArgumentException("two senders have one name");
    }
  }

  Optional<Sender> find(SenderId id) {
    return all.stream().filter(sender -> sender.profile().id().equals(id)).findFirst();
  }

  /**
   * Those worth asking, in order.
   *
   * @param chosen whether the caller chose the code: then only who carries our words can send it
   */
  List<Sender> serving(Channel channel, Region region, int codeLength, boolean chosen) {
    return all.stream()
        .filter(sender -> sender.profile().serves(channel, region, codeLength))
        .filter(sender -> !chosen || sender instanceof TextGateway)
        .toList();
  }

  /**
   * The same for one more round: who sent his own code before comes first, because it is the same
   * code again; who carried ours without success comes last.
   */
  static List<Sender> again(List<Sender> serving, List<Dispatch> former) {
    var last = former.stream().filter(each -> each.state().mayHaveGone()).reduce((a, b) -> b);
    return last.map(
            went ->
                serving.stream()
                    .sorted(Comparator.comparingInt(sender -> rank(sender, went)))
                    .toList())
        .orElse(serving);
  }

  private static int rank(Sender sender, Dispatch last) {
    if (!sender.profile().id().equals(last.sender())) {
      return 1;
    }
    return sender instanceof TextGateway ? 2 : 0;
  }
}
