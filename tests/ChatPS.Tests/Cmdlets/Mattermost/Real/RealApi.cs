using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ChatPS.Tests.Cmdlets.Mattermost.Real;

/// <summary>The API of a server, spoken plainly by one account: what the tests need of it before the cmdlets come.</summary>
internal sealed class RealApi : IDisposable
{
    private readonly HttpClient _http;

    private RealApi(HttpClient http, string userId, string token) => (_http, UserId, Token) = (http, userId, token);

    public string UserId { get; }

    public string Token { get; }

    public static async Task<RealApi> SignInAsync(string user, string password, string? code = null)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false }) { BaseAddress = new Uri(new Uri(RealServer.Url!), "/api/v4/") };
        using var answer = await http.PostAsJsonAsync("users/login", new { login_id = user, password, token = code ?? "" });
        var self = await ReadAsync(answer);
        var token = answer.Headers.GetValues("Token").Single();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new(http, self.Id(), token);
    }

    public Task SignOutAsync() => PostAsync("users/logout");

    public Task<JsonNode> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<JsonNode> PostAsync(string path, JsonNode? body = null) => SendAsync(HttpMethod.Post, path, body);

    public Task<JsonNode> PutAsync(string path, JsonNode? body = null) => SendAsync(HttpMethod.Put, path, body);

    public Task<JsonNode> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public async Task<JsonNode> PostAsync(string path, HttpContent content)
    {
        using var answer = await _http.PostAsync(path, content);
        return await ReadAsync(answer);
    }

    public async Task<bool> HasAsync(string path)
    {
        using var answer = await _http.GetAsync(path);
        return answer.IsSuccessStatusCode;
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonNode> SendAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await _http.SendAsync(request);
        return await ReadAsync(answer);
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri} was answered {(int)answer.StatusCode}: {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text) ?? new JsonObject();
    }
}

internal static class RealJson
{
    public static string Id(this JsonNode node) => (string)node["id"]!;
}
