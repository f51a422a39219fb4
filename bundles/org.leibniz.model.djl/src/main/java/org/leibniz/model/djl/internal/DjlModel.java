package org.leibniz.model.djl.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.GenerationRequest;
import org.leibniz.api.model.ModelInfo;
import org.leibniz.api.model.Part;
import org.leibniz.api.model.Prompt;
import org.leibniz.api.model.TokenModel;
import org.leibniz.api.model.TokenScores;
import org.leibniz.checkpoint.Checkpoint;
import org.leibniz.checkpoint.tokenizer.Piece;
import org.leibniz.checkpoint.tokenizer.Tokenizer;

/** A checkpoint that answers; requests of many threads are batched by the {@link Batcher}. */
final class DjlModel implements TokenModel {
  private final ModelInfo info;
  private final Checkpoint checkpoint;
  private final Tokenizer tokenizer;
  private final Conversation conversation;
  private final Batcher batcher;
  private final int context;

  DjlModel(ModelInfo info, Checkpoint checkpoint, Batcher batcher, int context) {
    this.info = info;
    this.checkpoint = checkpoint;
    this.tokenizer = checkpoint.tokenizer();
    this.conversation = Conversation.of(checkpoint);
    this.batcher = batcher;
    this.context = context;
  }

  @Override
  public ModelInfo info() {
    return info;
  }

  @Override
  public Prompt withControls(String text) {
    return new Prompt(
        tokenizer.split(text).stream()
            .map(
                piece ->
                    switch (piece) {
                      case Piece.Text(String plain) -> (Part) new Part.Text(plain);
                      case Piece.Control(String token) -> new Part.Control(token);
                    })
            .toList());
  }

  @Override
  public Generation generate(GenerationRequest request) {
    return complete(request, EndToken.ENDS).generation();
  }

  @Override
  public Completion complete(GenerationRequest request, EndToken endToken, Listener listener) {
    List<Integer> prompt = ids(request.prompt());
    int most = request.decoding().maxPromptTokens();
    if (most > 0 && prompt.size() > most) {
      prompt = prompt.subList(prompt.size() - most, prompt.size());
    }
    if (prompt.isEmpty() || prompt.size() >= context) {
      throw failed("the prompt has " + prompt.size() + " tokens; expected 1 to " + (context - 1) + ", which leaves room for a reply");
    }
    int tokens = Math.min(request.decoding().maxTokens(), context - prompt.size());
    Set<Integer> ends = endToken == EndToken.ENDS ? checkpoint.ends() : Set.of();
    Reply reply = new Reply(tokenizer, request, prompt, tokens, ends, checkpoint.architecture().vocabulary(), listener);
    batcher.complete(new Sequence(prompt, prompt.size() + tokens, reply));
    return new Completion(reply.generation(), reply.ids());
  }

  @Override
  public TokenScores score(Prompt prompt) {
    return score(ids(prompt), 1);
  }

  @Override
  public TokenScores score(Prompt prompt, String text) {
    List<Integer> before = ids(prompt);
    List<Integer> all = ids(prompt.plus(new Part.Text(text)));
    int common = 0;
    while (common < before.size() && common < all.size() && before.get(common).equals(all.get(common))) {
      common++;
    }
    return score(all, Math.max(1, common));
  }

  private TokenScores score(List<Integer> tokens, int first) {
    if (tokens.size() > context) {
      throw failed("the text has " + tokens.size() + " tokens; expected at most " + context);
    }
    if (tokens.size() < 2) {
      return new TokenScores(List.of());
    }
    Scoring scoring = new Scoring(tokenizer, tokens, first, checkpoint.architecture().vocabulary());
    batcher.complete(new Sequence(tokens, tokens.size(), scoring));
    return scoring.result();
  }

  @Override
  public OptionalInt countTokens(Prompt prompt) {
    return OptionalInt.of(ids(prompt).size());
  }

  private List<Integer> ids(Prompt prompt) {
    List<Piece> pieces = new ArrayList<>();
    List<Part.Turn> turns = new ArrayList<>();
    for (Part part : prompt.parts()) {
      if (!turns.isEmpty() && !(part instanceof Part.Turn)) {
        pieces.addAll(conversation.pieces(turns));
        turns.clear();
      }
      switch (part) {
        case Part.Text(String text) -> pieces.add(new Piece.Text(text));
        case Part.Control(String token) -> pieces.add(new Piece.Control(token));
        case Part.Turn turn -> turns.add(turn);
      }
    }
    // A template writes its own beginning of the sequence, or means that there is none.
    boolean chat = !prompt.parts().isEmpty() && prompt.parts().getFirst() instanceof Part.Turn;
    if (!turns.isEmpty()) {
      pieces.addAll(conversation.pieces(turns));
    }
    List<Integer> ids = new ArrayList<>();
    List<Integer> before = tokenizer.before();
    boolean written =
        !before.isEmpty()
            && !pieces.isEmpty()
            && pieces.getFirst() instanceof Piece.Control(String token)
            && tokenizer.token(before.getFirst()).equals(token);
    if (!written && !chat) {
      ids.addAll(before);
    }
    ids.addAll(tokenizer.encode(pieces));
    return ids;
  }

  private static LeibnizException failed(String message) {
    return new LeibnizException(ErrorCode.MODEL_FAILED, message);
  }

  @Override
  public void close() {
    batcher.close();
  }
}
