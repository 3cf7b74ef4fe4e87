package io.espalier.tracker.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/launch",
        "/campaigns/a-b",
        "/trials/a-b.1",
        "/workers",
        "/dead-letters",
        "/typo"
      })
  void theApplicationDrawsItsPagesAndThePageForPathsThatLeadNowhere(String path) {
    assertThat(Pages.client(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/api/campaigns", "/api/typo", "/q/health", "/static/a.js", "/theme.js"})
  void filesAndServicesAreNotPages(String path) {
    assertThat(Pages.client(path)).isFalse();
  }
}
