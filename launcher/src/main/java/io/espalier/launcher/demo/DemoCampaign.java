package io.espalier.launcher.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.espalier.datasets.DatasetCatalogue;
import io.espalier.envelope.Json;
import io.espalier.launcher.client.launch.CampaignSource;
import io.espalier.launcher.client.launch.FileRefused;
import java.nio.file.Path;

/** The campaign of the demo. */
final class DemoCampaign {
  /** What the campaign file asks for. */
  static final String DATASET = "mnist";

  /** What stands in for it where there is no network. */
  static final String OFFLINE_DATASET = "digits-generated";

  private DemoCampaign() {}

  /**
   * The file {@code demo.yaml} out of {@code studies}, as it is; or, offline, the same campaign on
   * the generated dataset.
   */
  static CampaignSource read(Path studies, boolean offline, DatasetCatalogue datasets)
      throws FileRefused {
    Path file = studies.resolve("demo.yaml");
    String text = CampaignSource.read(file);
    CampaignSource asked = CampaignSource.checked("studies/demo.yaml", text, datasets);
    return offline
        ? CampaignSource.checked("studies/demo.yaml", onGeneratedDigits(text), datasets)
        : asked;
  }

  private static String onGeneratedDigits(String text) throws FileRefused {
    try {
      ObjectNode campaign = new YAMLMapper().readValue(text, ObjectNode.class);
      campaign.put("dataset", OFFLINE_DATASET);
      campaign.put("name", campaign.path("name").asText() + " (generated digits)");
      return Json.mapper().writeValueAsString(campaign);
    } catch (JsonProcessingException e) {
      throw FileRefused.because("studies/demo.yaml", e.getOriginalMessage());
    }
  }
}
