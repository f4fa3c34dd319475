package org.p13n.engine.model.popularity;

import java.io.DataInput;
import java.io.IOException;

/** Reading what a model wrote, refusing figures that it cannot have written. */
final class Stored {
    private Stored() {}

    /** A count of at most so many numbers and the numbers, all within the bounds. */
    static float[] floats(DataInput in, int most, double low, double high) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > most) {
            throw new IOException("There must be 0 to " + most + " numbers but there are " + count);
        }
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = in.readFloat();
            if (!(numbers[i] >= low && numbers[i] <= high)) {
                throw new IOException("A number must be " + low + " to " + high + " but is " + numbers[i]);
            }
        }
        return numbers;
    }
}
