import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;

/** An in-memory server that speaks MongoDB's protocol, for tests only. Prints its address; ends when its input does. */
class Server {
    /** The library's own MONGO_5_0 announces a protocol too old for today's driver; 13 is what MongoDB 5.0 announces. */
    record MongoDB5() implements MongoVersion {
        public List<Integer> getVersionArray() {
            return List.of(5, 0, 0);
        }

        public int getWireVersion() {
            return 13;
        }
    }

    public static void main(String[] args) throws Exception {
        // One thread: with several, a document changes again between an update and the writing of its answer.
        System.setProperty("io.netty.eventLoopThreads", "1");
        var server = new MongoServer(new MemoryBackend().version(new MongoDB5()));
        System.out.println("mongodb://127.0.0.1:" + server.bind().getPort());
        while (System.in.read() >= 0) {
            // Whoever started it holds the other end, and says nothing until it stops or dies.
        }
        server.shutdownNow();
        System.exit(0);
    }
}
