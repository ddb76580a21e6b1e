package org.documentpipeline.summarizing;

import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import java.util.Set;

/** A model that does something around the calls of another, and is like it in all else. */
abstract class ModelDecorator implements ChatModel {
  final ChatModel delegate;

  ModelDecorator(ChatModel delegate) {
    this.delegate = delegate;
  }

  @Override
  public final ChatRequestParameters defaultRequestParameters() {
    return delegate.defaultRequestParameters();
  }

  @Override
  public final ModelProvider provider() {
    return delegate.provider();
  }

  @Override
  public final Set<Capability> supportedCapabilities() {
    return delegate.supportedCapabilities();
  }
}
