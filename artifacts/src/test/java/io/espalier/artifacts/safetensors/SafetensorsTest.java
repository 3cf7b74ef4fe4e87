package io.espalier.artifacts.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.artifacts.store.ArtifactUnreadable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {
  private static final StoredTensor FLOATS =
      new StoredTensor("b", ElementType.F32, List.of(1L, 2L), floats(1.5f, Float.NaN));
  private static final StoredTensor BYTES =
      new StoredTensor("a", ElementType.U8, List.of(3L), ByteBuffer.wrap(new byte[] {0, 1, 7}));
  private static final StoredTensor EMPTY =
      new StoredTensor("c", ElementType.F32, List.of(0L, 4L), ByteBuffer.allocate(0));

  @Test
  void whatIsWrittenIsReadBack() {
    byte[] file = SafetensorsWriter.write(List.of(FLOATS, BYTES, EMPTY));

    assertThat(SafetensorsReader.read(file)).containsExactly(BYTES, FLOATS, EMPTY);
  }

  @Test
  void theFileIsTheSameForAnyOrderAndAlignedToEightBytes() {
    byte[] file = SafetensorsWriter.write(List.of(FLOATS, BYTES));

    assertThat(SafetensorsWriter.write(List.of(BYTES, FLOATS))).isEqualTo(file);
    long header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
    assertThat(header % 8).isZero();
    assertThat(new String(file, 8, (int) header, StandardCharsets.UTF_8).strip())
        .isEqualTo(
            "{\"a\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[0,3]},"
                + "\"b\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[3,11]}}");
  }

  @Test
  void metadataOfOtherWritersIsPassedOver() {
    byte[] file =
        file(
            "{'__metadata__':{'format':'pt'},'a':{'dtype':'U8','shape':[1],'data_offsets':[0,1]}}",
            1);

    assertThat(SafetensorsReader.read(file)).extracting(StoredTensor::name).containsExactly("a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          [] | 0 | does not begin with '{'
          {'a': | 0 | not valid JSON
          {} {} | 0 | not valid JSON
          {} | 1 | the tensors end at 0, the data at 1
          {'a':1} | 0 | a is not described by an object
          {'a':{'dtype':'F64','shape':[1],'data_offsets':[0,8]}} | 8 | a.dtype is "F64"
          {'a':{'shape':[1],'data_offsets':[0,8]}} | 8 | a.dtype is , allowed
          {'a':{'dtype':'U8','shape':1,'data_offsets':[0,1]}} | 1 | a.shape is not an array
          {'a':{'dtype':'U8','shape':[1.5],'data_offsets':[0,1]}} | 1 | a.shape holds 1.5
          {'a':{'dtype':'U8','shape':[-1],'data_offsets':[0,1]}} | 1 | a.shape holds -1
          {'a':{'dtype':'U8','shape':[2],'data_offsets':[0,1]}} | 1 | a has 1 bytes, its shape [2] of U8 needs 2
          {'a':{'dtype':'U8','shape':[4294967296,4294967296],'data_offsets':[0,0]}} | 0 | no file can hold
          {'a':{'dtype':'U8','shape':[99999999999999999999],'data_offsets':[0,0]}} | 0 | a.shape holds 99999999999999999999
          {'a':{'dtype':'U8','shape':[1],'data_offsets':[1,0]}} | 1 | a.data_offsets is [1, 0]
          {'a':{'dtype':'U8','shape':[1],'data_offsets':[0]}} | 1 | a.data_offsets is [0]
          {'a':{'dtype':'U8','shape':[2],'data_offsets':[0,2]}} | 1 | a ends at 2, the file holds 1
          {'a':{'dtype':'U8','shape':[1],'data_offsets':[1,2]}} | 2 | a begins at 1, a gap: expected 0
          {'a':{'dtype':'U8','shape':[2],'data_offsets':[0,2]},'b':{'dtype':'U8','shape':[2],'data_offsets':[1,3]}} | 3 | b begins at 1, an overlap: expected 2
          {'a':{'dtype':'U8','shape':[1],'data_offsets':[0,1],'code':'x'}} | 1 | a has the unknown field 'code'
          {'a':{'dtype':'U8','shape':[1],'data_offsets':[0,1]},'a':{'dtype':'U8','shape':[1],'data_offsets':[1,2]}} | 2 | not valid JSON
          """)
  void aMalformedFileIsRefusedWithTheReason(String header, int dataBytes, String problem) {
    refused(file(header, dataBytes), problem);
  }

  @Test
  void aHeaderLengthBeyondTheFileOrTheBoundIsRefused() {
    refused(new byte[7], "the file ends after 7 bytes");
    refused(
        ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putLong(57).array(), "given as 57");
    refused(
        ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putLong(-1).array(), "given as -1");
    refused(ByteBuffer.allocate(64).putLong(Long.MAX_VALUE).array(), "the header's length");
    int tooLong = SafetensorsReader.LONGEST_HEADER + 1;
    refused(
        ByteBuffer.allocate(tooLong + 8).order(ByteOrder.LITTLE_ENDIAN).putLong(tooLong).array(),
        "given as " + tooLong);
  }

  @Test
  void everyTruncationIsRefused() {
    byte[] whole = SafetensorsWriter.write(List.of(FLOATS, BYTES));

    for (int length = 0; length < whole.length; length++) {
      refused(Arrays.copyOf(whole, length), "malformed safetensors");
    }
  }

  @Test
  void twoTensorsOfOneNameAreNotWritten() {
    assertThatThrownBy(() -> SafetensorsWriter.write(List.of(BYTES, BYTES)))
        .hasMessage("two tensors are called a");
  }

  private static void refused(byte[] file, String problem) {
    assertThatThrownBy(() -> SafetensorsReader.read(file))
        .isInstanceOf(ArtifactUnreadable.class)
        .hasMessageContaining(problem);
  }

  private static byte[] file(String header, int dataBytes) {
    byte[] json = header.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + json.length + dataBytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(json.length)
        .put(json)
        .array();
  }

  private static ByteBuffer floats(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes;
  }
}
