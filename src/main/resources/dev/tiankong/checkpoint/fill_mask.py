# A BERT with its masked language model head, in the form in which libtorch stores scripts.
# TorchScript.java stores the attributes beside it. A list has one entry a layer.
# Linear layers compute in their weights' type; sums, norms and scores are 32 bits wide.
class FillMask(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  heads : int
  epsilon : float
  word : Tensor
  position : Tensor
  embedding_gamma : Tensor
  embedding_beta : Tensor
  qkv_weight : List[Tensor]
  qkv_bias : List[Tensor]
  attention_weight : List[Tensor]
  attention_bias : List[Tensor]
  attention_gamma : List[Tensor]
  attention_beta : List[Tensor]
  up_weight : List[Tensor]
  up_bias : List[Tensor]
  down_weight : List[Tensor]
  down_bias : List[Tensor]
  output_gamma : List[Tensor]
  output_beta : List[Tensor]
  transform_weight : Tensor
  transform_bias : Tensor
  transform_gamma : Tensor
  transform_beta : Tensor
  decoder : Tensor
  output_bias : Tensor
  withheld : Tensor

  # ids: [texts, length], padded at the end. lengths: [texts], without the padding.
  # masks: where the masks are in the flattened ids. top_k: one number.
  # among: the only token ids to rank, or none for all that are not withheld.
  # Gives token ids, best first, and their probabilities, both [masks, top_k].
  def forward(self: __torch__.FillMask,
    ids: Tensor,
    lengths: Tensor,
    masks: Tensor,
    top_k: Tensor,
    among: Tensor) -> Tuple[Tensor, Tensor]:
    length = torch.size(ids, 1)
    real = torch.flatten(torch.unsqueeze(torch.arange(length), 0) < torch.unsqueeze(lengths, 1))
    # The tokens of all texts go through the network one after another, without the padding.
    # packed: where they are in the flattened ids. asked: where the masks are among them.
    packed = torch.flatten(torch.nonzero(real))
    asked = torch.index_select(torch.cumsum(real, 0) - 1, 0, masks)
    words = torch.embedding(self.word, torch.index_select(torch.flatten(ids), 0, packed))
    positions = torch.embedding(self.position, torch.remainder(packed, length))
    hidden = self.norm(words + positions, self.embedding_gamma, self.embedding_beta)
    sizes = self.numbers(lengths)
    layers = torch.len(self.qkv_weight)
    for layer in range(layers):
      context = self.attend(hidden, sizes, layer)
      if layer == layers - 1:
        # Nothing after the last attention looks at other tokens: go on with the masks alone.
        hidden = torch.index_select(hidden, 0, asked)
        context = torch.index_select(context, 0, asked)
      else:
        pass
      hidden = self.transform(hidden, context, layer)
    offered = torch.numel(among)
    if offered == 0:
      offered = int(torch.sum(torch.isfinite(self.withheld)))
    else:
      pass
    return self.candidates(hidden, min(int(top_k), offered), among)

  # Each text by itself, so that its answer does not depend on what is read with it: side by side,
  # texts would have to be padded to one length, and sums over other lengths are rounded otherwise.
  # Everything else sums within a token, for which libtorch keeps one order however many there are.
  def attend(self: __torch__.FillMask,
    hidden: Tensor,
    sizes: List[int],
    layer: int) -> Tensor:
    qkv = self.linear(hidden, self.qkv_weight[layer], self.qkv_bias[layer])
    width = torch.size(hidden, 1)
    contexts = annotate(List[Tensor], [])
    for text in torch.split_with_sizes(qkv, sizes):
      split = torch.view(text, [1, -1, 3, self.heads, torch.floordiv(width, self.heads)])
      query, key, value = torch.unbind(torch.permute(split, [2, 0, 3, 1, 4]), 0)
      context = torch.scaled_dot_product_attention(query, key, value)
      _2 = torch.append(contexts, torch.reshape(torch.transpose(context, 1, 2), [-1, width]))
    return torch.cat(contexts)

  def numbers(self: __torch__.FillMask,
    of: Tensor) -> List[int]:
    numbers = annotate(List[int], [])
    for i in range(torch.numel(of)):
      _3 = torch.append(numbers, int(of[i]))
    return numbers

  def transform(self: __torch__.FillMask,
    hidden: Tensor,
    context: Tensor,
    layer: int) -> Tensor:
    attended = self.linear(context, self.attention_weight[layer], self.attention_bias[layer])
    between = self.norm(hidden + attended, self.attention_gamma[layer], self.attention_beta[layer])
    up = torch.gelu(self.linear(between, self.up_weight[layer], self.up_bias[layer]))
    down = self.linear(up, self.down_weight[layer], self.down_bias[layer])
    return self.norm(between + down, self.output_gamma[layer], self.output_beta[layer])

  def linear(self: __torch__.FillMask,
    inputs: Tensor,
    weight: Tensor,
    bias: Tensor) -> Tensor:
    if ops.prim.dtype(weight) == 1:
      outputs = self.linear_int8(torch.to(inputs, 6), weight, bias)
    else:
      outputs = torch.linear(torch.to(inputs, ops.prim.dtype(weight)), weight, bias)
    return outputs

  # bias: three rows, namely the bias itself, what one level of an output's weights is worth, and
  # what these weights sum up to. Each row of inputs is spread over all levels from -128 to 127.
  def linear_int8(self: __torch__.FillMask,
    inputs: Tensor,
    weight: Tensor,
    bias: Tensor) -> Tensor:
    least = torch.amin(inputs, [1], True)
    step = torch.clamp_min((torch.amax(inputs, [1], True) - least) / 255, 1e-20)
    levels = torch.round_(torch.sub_(torch.div_(inputs - least, step), 128))
    products = torch.to(torch._int_mm(torch.to(levels, 1), torch.t(weight)), 6)
    outputs = torch.addcmul(bias[0], torch.mul_(products, step), bias[1])
    return torch.addcmul_(outputs, least + 128 * step, bias[2])

  def norm(self: __torch__.FillMask,
    hidden: Tensor,
    gamma: Tensor,
    beta: Tensor) -> Tensor:
    return torch.layer_norm(hidden, [torch.size(hidden, -1)], gamma, beta, self.epsilon)

  def candidates(self: __torch__.FillMask,
    hidden: Tensor,
    top_k: int,
    among: Tensor) -> Tuple[Tensor, Tensor]:
    ids = annotate(List[Tensor], [])
    probabilities = annotate(List[Tensor], [])
    # A few masks at a time: the scores of one take as many floats as the vocabulary has tokens.
    for some in torch.split(hidden, 32):
      transformed = torch.gelu(torch.linear(some, self.transform_weight, self.transform_bias))
      normed = self.norm(transformed, self.transform_gamma, self.transform_beta)
      scores = torch.linear(normed, self.decoder, self.output_bias)
      # Tokens that are withheld or not asked for get no rank, but keep their probability.
      if torch.numel(among) == 0:
        _, best = torch.topk(scores + self.withheld, top_k)
      else:
        _, place = torch.topk(torch.index_select(scores, 1, among), top_k)
        best = torch.take(among, place)
      _0 = torch.append(ids, best)
      _1 = torch.append(probabilities, torch.gather(torch.softmax(scores, -1), -1, best))
    return (torch.cat(ids), torch.cat(probabilities))
