package org.p13n.engine.event.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A folder that one process has for itself; the operating system frees it when the process ends, however it ends. */
final class FolderLock implements AutoCloseable {
    private static final String LOCK = "lock";

    /**
     * The folders that this process has. A file that one has locked must not be opened a second time: on POSIX the
     * process loses its lock as soon as it closes any of its descriptors of the file.
     */
    private static final Set<Path> HELD = new HashSet<>();

    private final Path folder;
    private final Path real;
    private final FileChannel channel;

    private FolderLock(Path folder, Path real, FileChannel channel) {
        this.folder = folder;
        this.real = real;
        this.channel = channel;
    }

    /** Makes the folder if need be and takes it; empty if another process, or this one, has it already. */
    static Optional<FolderLock> take(Path folder) throws IOException {
        makePrivate(folder);
        Path real = folder.toRealPath();
        synchronized (HELD) {
            Optional<FolderLock> taken = HELD.contains(real) ? Optional.empty() : lock(folder, real);
            taken.ifPresent(lock -> HELD.add(real));
            return taken;
        }
    }

    private static Optional<FolderLock> lock(Path folder, Path real) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new FolderLock(folder, real, channel));
            }
        } catch (OverlappingFileLockException e) {
            // another copy of this class in the same process has it: as good as another process
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    /** What is in it tells what people did: only the shop's own user may look. */
    private static void makePrivate(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        synchronized (HELD) {
            channel.close();
            HELD.remove(real);
        }
    }
}
