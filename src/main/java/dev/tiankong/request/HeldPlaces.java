package dev.tiankong.request;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;

/** What a request gives back when it ends. */
@RequestScoped
class HeldPlaces {

  private final List<Runnable> places = new ArrayList<>();

  void untilTheEnd(Runnable giveBack) {
    places.add(giveBack);
  }

  @PreDestroy
  void end() {
    places.forEach(Runnable::run);
  }
}
