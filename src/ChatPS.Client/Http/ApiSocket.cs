using System.Buffers;
using System.Net.WebSockets;
using System.Text;

namespace ChatPS.Client.Http;

/// <summary>A websocket that a request was answered with: whole messages of text, both ways.</summary>
internal sealed class ApiSocket(WebSocket socket, Uri uri) : IAsyncDisposable
{
    private const int PieceSize = 16 * 1024;
    private const int LongestMessage = 64 * 1024 * 1024;
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _sending = new(1);
    private readonly ArrayBufferWriter<byte> _message = new(PieceSize);

    /// <summary>The next message, until the one after it; null when the server has closed.</summary>
    /// <exception cref="ChatException">The connection broke off.</exception>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellation)
    {
        _message.ResetWrittenCount();
        try
        {
            while (true)
            {
                var received = await socket.ReceiveAsync(_message.GetMemory(PieceSize), cancellation).ConfigureAwait(false);
                if (received.MessageType == WebSocketMessageType.Close)
                    return null;
                _message.Advance(received.Count);
                if (received.EndOfMessage)
                    return _message.WrittenMemory;
                if (_message.WrittenCount > LongestMessage)
                    throw new ChatException(ChatErrorReason.InvalidResponse, $"A message from {uri.Authority} has no end.");
            }
        }
        catch (Exception e) when (e is WebSocketException or InvalidOperationException or OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw Lost(e);
        }
    }

    /// <exception cref="ChatException">The connection broke off.</exception>
    public async Task SendAsync(string text, CancellationToken cancellation)
    {
        await _sending.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(text).AsMemory(), WebSocketMessageType.Text, endOfMessage: true, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is WebSocketException or InvalidOperationException or OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw Lost(e);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Breaks the connection off, also under those who read or send.</summary>
    public void Abort() => socket.Abort();

    /// <summary>Says farewell, if there is still somebody to hear it.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                using var patience = new CancellationTokenSource(Farewell);
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is WebSocketException or InvalidOperationException or OperationCanceledException)
        {
            // It is over either way.
        }
        socket.Dispose();
        _sending.Dispose();
    }

    private ChatException Lost(Exception cause) => new(
        ChatErrorReason.ConnectionFailed, $"The connection to {uri.Authority} was lost: {cause.GetBaseException().Message}", cause)
    {
        Advice = "Try again.",
    };
}
