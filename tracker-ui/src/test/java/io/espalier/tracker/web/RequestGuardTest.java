package io.espalier.tracker.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestGuardTest {
  private final RequestGuard guard = new RequestGuard(Set.of("localhost", "127.0.0.1", "[::1]"));

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "localhost:8080", "LOCALHOST:1", "127.0.0.1:80", "[::1]:8"})
  void ourOwnNamesMayAsk(String host) {
    assertThat(guard.refuses("GET", host, null, null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "localhost.evil.example:8080", "127.0.0.2", ""})
  void otherNamesAreRefused(String host) {
    assertThat(guard.refuses("GET", host, null, null)).isPresent();
  }

  @Test
  void aRequestWithoutHostIsRefused() {
    assertThat(guard.refuses("GET", null, null, null)).isPresent();
  }

  @Test
  void aProgramMayWrite() {
    assertThat(guard.refuses("POST", "localhost:8080", null, null)).isEmpty();
  }

  @Test
  void ourOwnPageMayWrite() {
    assertThat(guard.refuses("POST", "localhost:8080", "http://localhost:8080", "same-origin"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example", "null", "http://localhost:9999", "::"})
  void pagesOfOtherOriginsMayNotWrite(String origin) {
    assertThat(guard.refuses("POST", "localhost:8080", origin, null)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void otherSitesMayNotWriteEvenWithoutOrigin(String site) {
    assertThat(guard.refuses("PUT", "localhost:8080", null, site)).isPresent();
  }

  @Test
  void otherSitesMayLinkToPages() {
    assertThat(guard.refuses("GET", "localhost:8080", null, "cross-site")).isEmpty();
  }

  @Test
  void pagesAreDrawnByTheBrowser() {
    assertThat(Pages.client("/campaigns/a-bcdef")).isTrue();
    assertThat(Pages.client("/trials/a-bcdef.1")).isTrue();
    assertThat(Pages.client("/launch")).isTrue();
    assertThat(Pages.client("/api/campaigns")).isFalse();
    assertThat(Pages.client("/static/bundle/app.js")).isFalse();
    assertThat(Pages.client("/")).isFalse();
  }

  @Test
  void pathsThatLeadNowhereGetThePageThatSaysSoButFilesDoNot() {
    assertThat(Pages.client("/launched")).isTrue();
    assertThat(Pages.client("/favicon.ico")).isFalse();
  }
}
