package movierec.cli.shell;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Says which release this is, from the file that the build writes. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        Properties build = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("/movierec/build.properties")) {
            if (in != null) {
                build.load(in);
            }
        }
        return new String[] {"movierec " + build.getProperty("version", "unknown"), "Java " + Runtime.version()};
    }
}
