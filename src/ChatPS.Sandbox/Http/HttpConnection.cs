using System.Net;
using System.Net.Sockets;

namespace ChatPS.Sandbox.Http;

/// <summary>Serves one client connection: request after request, with the service's faults, until either side ends it.</summary>
internal sealed class HttpConnection(Socket socket, SandboxService service, RequestLog log, TimeProvider clock)
{
    private readonly HttpReader _reader = new(socket);
    private readonly HttpWriter _writer = new(socket, clock);

    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            if (socket.AddressFamily != AddressFamily.Unix)
                socket.NoDelay = true;
            while (!stopping.IsCancellationRequested && await ServeOneAsync(stopping))
            {
            }
        }
        catch (BadRequestException refused)
        {
            await TrySendAsync(SandboxResponse.Empty(refused.Status), stopping);
        }
        catch (Exception gone) when (gone is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
        {
            // The client or the server went away: there is nobody to tell.
        }
        finally
        {
            socket.Dispose();
        }
    }

    /// <summary>Breaks the connection off.</summary>
    public void Abort() => socket.Dispose();

    private async Task<bool> ServeOneAsync(CancellationToken stopping)
    {
        if (await _reader.ReadHeadAsync(stopping) is not { } head)
            return false;
        if (head.Headers["Expect"]?.Equals("100-continue", StringComparison.OrdinalIgnoreCase) == true)
            await _writer.ContinueAsync(stopping);
        var body = await _reader.ReadBodyAsync(head, stopping);
        var query = head.Target.IndexOf('?', StringComparison.Ordinal);
        var request = new SandboxRequest
        {
            Method = head.Method,
            Target = head.Target,
            Path = query < 0 ? head.Target : head.Target[..query],
            Headers = head.Headers,
            Body = body,
            Time = clock.GetUtcNow(),
            RemoteAddress = (socket.RemoteEndPoint as IPEndPoint)?.Address.ToString() ?? "",
            IsLocal = socket.AddressFamily == AddressFamily.Unix,
        };
        using var served = log.Begin(service.Platform, request);
        return await AnswerAsync(request, head, served, stopping);
    }

    private async Task<bool> AnswerAsync(SandboxRequest request, HttpHead head, RequestLog.Entry served, CancellationToken stopping)
    {
        var fault = service.Faults.Next(request.Method, request.Path);
        if (fault.Kind == FaultKind.Drop)
            return false;
        if (service.Faults.LatencyOf(request.Method, request.Path) is { Ticks: > 0 } latency)
            await WhileClientListensAsync(cancel => Task.Delay(latency, cancel), stopping);

        var response = service.Handle(request, fault);
        if (response is { Wait: { } wait, Then: { } then })
        {
            await wait(stopping);
            response = service.Handle(request, then);
        }
        served.Record.Status = response.Status;
        var keepAlive = !head.Http10 && !stopping.IsCancellationRequested
            && head.Headers["Connection"]?.Contains("close", StringComparison.OrdinalIgnoreCase) != true;
        if (response.Socket is { } serve)
        {
            await _writer.SwitchAsync(response, stopping);
            using var client = new SandboxSocket(_reader, _writer);
            await serve(client, stopping);
            return false;
        }

        if (response.Stream is not null && request.Method != "HEAD")
        {
            await WhileClientListensAsync(cancel => _writer.StreamAsync(response, head.Http10, keepAlive, cancel), stopping);
            return keepAlive;
        }

        if (fault.Kind is FaultKind.Cut or FaultKind.Stall)
        {
            await _writer.WriteAsync(response, HttpWriter.Extent.Half, keepAlive, stopping);
            if (fault.Kind == FaultKind.Stall)
                await WhileClientListensAsync(cancel => Task.Delay(Timeout.InfiniteTimeSpan, cancel), stopping);
            return false;
        }

        await _writer.WriteAsync(response, request.Method == "HEAD" ? HttpWriter.Extent.None : HttpWriter.Extent.Whole, keepAlive, stopping);
        return keepAlive;
    }

    /// <summary>Runs something long and cancels it when the client closes its end or the server stops.</summary>
    private async Task WhileClientListensAsync(Func<CancellationToken, Task> work, CancellationToken stopping)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var watch = WatchAsync(end);
        try
        {
            await work(end.Token);
        }
        finally
        {
            await end.CancelAsync();
            await watch;
        }
    }

    private async Task WatchAsync(CancellationTokenSource end)
    {
        try
        {
            // A peek takes nothing from the next request; data instead of the end means that the client is there.
            if (await socket.ReceiveAsync(new byte[1], SocketFlags.Peek, end.Token) == 0)
                await end.CancelAsync();
        }
        catch (OperationCanceledException)
        {
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            await end.CancelAsync();
        }
    }

    private async Task TrySendAsync(SandboxResponse response, CancellationToken stopping)
    {
        try
        {
            await _writer.WriteAsync(response, HttpWriter.Extent.Whole, keepAlive: false, stopping);
        }
        catch (Exception gone) when (gone is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }
}
