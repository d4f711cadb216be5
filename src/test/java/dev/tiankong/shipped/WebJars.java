package dev.tiankong.shipped;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What the browser runs. It is unpacked into the WAR, so only the POM says which version it is. */
final class WebJars {
  private static final XPath XPATH = XPathFactory.newInstance().newXPath();

  private WebJars() {}

  static List<Library> in(Path pom) throws IOException {
    try {
      Document document =
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
      NodeList items =
          (NodeList)
              XPATH.evaluate(
                  "//artifactItem[starts-with(groupId, 'org.webjars')]",
                  document,
                  XPathConstants.NODESET);
      List<Library> found = new ArrayList<>();
      for (int index = 0; index < items.getLength(); index++) {
        found.add(
            Library.at(
                "browser",
                XPATH.evaluate("groupId", items.item(index)),
                XPATH.evaluate("artifactId", items.item(index)),
                XPATH.evaluate("version", items.item(index))));
      }
      return found;
    } catch (ParserConfigurationException | SAXException | XPathExpressionException e) {
      throw new IOException(e);
    }
  }
}
