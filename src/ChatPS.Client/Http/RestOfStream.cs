namespace ChatPS.Client.Http;

/// <summary>A stream from some place on, for what goes on where it broke off: to be emptied, it loses no more than comes after that place.</summary>
internal sealed class RestOfStream(Stream whole) : Stream
{
    /// <summary>Where it begins.</summary>
    public long Begin { get; set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => whole.Length - Begin;

    public override long Position
    {
        get => whole.Position - Begin;
        set => throw new NotSupportedException();
    }

    public override void SetLength(long value)
    {
        whole.SetLength(Begin + value);
        whole.Position = Begin + value;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => whole.WriteAsync(buffer, cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => whole.Write(buffer, offset, count);

    public override void Flush() => whole.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
}
