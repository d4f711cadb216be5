package dev.tiankong.shipped;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The libraries that a POM asks for itself. */
final class Dependencies {
  private static final XPath XPATH = XPathFactory.newInstance().newXPath();
  private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

  private Dependencies() {}

  /**
   * @param which a condition in XPath on the dependency
   * @return the versions by group:name; properties are resolved
   */
  static Map<String, String> in(Path pom, String which) throws IOException {
    try {
      Document document =
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
      NodeList found =
          (NodeList)
              XPATH.evaluate(
                  "/project//dependency[version][" + which + "]", document, XPathConstants.NODESET);
      Map<String, String> versions = new TreeMap<>();
      for (int index = 0; index < found.getLength(); index++) {
        String version = XPATH.evaluate("version", found.item(index));
        Matcher property = PROPERTY.matcher(version);
        while (property.find()) {
          version =
              version.replace(
                  property.group(),
                  XPATH.evaluate("/project/properties/" + property.group(1), document));
        }
        versions.put(
            XPATH.evaluate("concat(groupId, ':', artifactId)", found.item(index)), version);
      }
      return versions;
    } catch (ParserConfigurationException | SAXException | XPathExpressionException e) {
      throw new IOException(e);
    }
  }
}
