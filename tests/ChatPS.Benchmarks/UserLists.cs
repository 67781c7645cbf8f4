using System.Net.Http.Headers;
using System.Text.Json;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Platforms.Mattermost;
using ChatPS.Client.Sessions;
using ChatPS.Sandbox;

namespace ChatPS.Benchmarks;

/// <summary>The same list read in two ways: by our client, and by HttpClient with JSON as a script would do it by hand.</summary>
internal sealed class UserLists : IAsyncDisposable
{
    private const int PageSize = 200;

    private readonly SandboxServer _server;
    private readonly Connection _connection;
    private readonly HttpClient _raw;

    private UserLists(SandboxServer server, Connection connection)
    {
        _server = server;
        _connection = connection;
        _raw = new HttpClient { BaseAddress = server["Mattermost"].BaseUri };
        _raw.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server["Mattermost"].Admin.Token);
    }

    public static async Task<UserLists> StartAsync(int users)
    {
        var server = SandboxServer.Start(new SandboxOptions { Platforms = ["Mattermost"], Size = SandboxSize.Small with { Users = users } });
        var service = server["Mattermost"];
        var session = await Connection.OpenAsync(
            new ConnectOptions { Platform = ChatPlatform.Mattermost, Uri = service.BaseUri, Token = new Secret(service.Admin.Token) },
            TimeProvider.System,
            CallContext.Silent).ConfigureAwait(false);
        return new UserLists(server, Connection.Of(session));
    }

    public IAsyncEnumerable<string> ByClient() => _connection.Api.ListAsync(
        _connection.Platform.Call(MattermostOperations.GetUsers).ToRequest(),
        PageWindow.All,
        MattermostJson.Default.User,
        user => user.Username,
        CallContext.Silent);

    public async IAsyncEnumerable<string> ByHand()
    {
        for (var page = 0; ; page++)
        {
            var bytes = await _raw.GetByteArrayAsync(new Uri($"api/v4/users?page={page}&per_page={PageSize}", UriKind.Relative)).ConfigureAwait(false);
            using var body = JsonDocument.Parse(bytes);
            if (body.RootElement.GetArrayLength() == 0)
                yield break;
            foreach (var user in body.RootElement.EnumerateArray())
                yield return user.GetProperty("username").GetString()!;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _raw.Dispose();
        _connection.Dispose();
        await _server.DisposeAsync().ConfigureAwait(false);
    }
}
