package io.espalier.structure.file;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads GraphML: one graph, its nodes and edges; data on them are passed over.
 *
 * <p>Document type declarations are refused and external entities never resolved, so a file can
 * neither read other files nor grow while it is read. Nested graphs and hyperedges are refused.
 */
final class GraphMl {
  private final Problems problems = new Problems();
  private final Map<String, Integer> nodes = new LinkedHashMap<>();
  private final List<Link> links = new ArrayList<>();
  private boolean directedByDefault;
  private int graphs;

  /**
   * An edge as the file has it.
   *
   * @param line where it stands
   */
  record Link(int line, String source, String target, boolean directed) {}

  private GraphMl() {}

  /** Reads a text; O(length + nodes log nodes). */
  static GraphFile parse(String text) throws GraphFileRefused {
    GraphMl file = new GraphMl();
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(text));
      while (xml.hasNext()) {
        file.read(xml.next(), xml);
      }
    } catch (XMLStreamException e) {
      file.problems.at(
          e.getLocation() == null ? 1 : e.getLocation().getLineNumber(),
          "the XML is malformed: " + oneLine(e.getMessage()));
    }
    file.problems.refuseIfAny();
    if (file.graphs == 0) {
      throw new GraphFileRefused(List.of("it is XML without a graph, allowed: GraphML"));
    }
    return new LinkedNodes(List.copyOf(file.nodes.keySet()), file.links).graph();
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  private static String oneLine(String message) {
    return message.replaceFirst("(?s)^ParseError at .*\\nMessage: ", "").replaceAll("\\s+", " ");
  }

  private void read(int event, XMLStreamReader xml) throws XMLStreamException {
    int line = xml.getLocation().getLineNumber();
    if (event == XMLStreamConstants.DTD) {
      throw new XMLStreamException("a document type declaration is not allowed", xml.getLocation());
    } else if (event == XMLStreamConstants.START_ELEMENT) {
      switch (xml.getLocalName()) {
        case "graph" -> graph(line, xml);
        case "node" -> node(line, xml);
        case "edge" -> edge(line, xml);
        case "hyperedge" -> problems.at(line, "a hyperedge is not allowed");
        default -> {
          // Keys, data and descriptions say nothing about the structure.
        }
      }
    }
  }

  private void graph(int line, XMLStreamReader xml) {
    graphs++;
    if (graphs > 1) {
      problems.at(line, "a second or nested graph is not allowed");
    }
    directedByDefault = "directed".equals(xml.getAttributeValue(null, "edgedefault"));
  }

  private void node(int line, XMLStreamReader xml) {
    String id = xml.getAttributeValue(null, "id");
    if (id == null || id.isBlank()) {
      problems.at(line, "the node has no id");
    } else if (nodes.putIfAbsent(id, line) != null) {
      problems.at(line, "the node '%s' is there since line %d".formatted(id, nodes.get(id)));
    }
  }

  private void edge(int line, XMLStreamReader xml) {
    String source = xml.getAttributeValue(null, "source");
    String target = xml.getAttributeValue(null, "target");
    String directed = xml.getAttributeValue(null, "directed");
    if (source == null || target == null) {
      problems.at(line, "the edge has no " + (source == null ? "source" : "target"));
    } else if (source.equals(target)) {
      problems.at(line, "'%s' to itself is a self-loop, allowed: two nodes".formatted(source));
    } else {
      boolean oneWay = directed == null ? directedByDefault : "true".equals(directed);
      links.add(new Link(line, source, target, oneWay));
    }
  }
}
