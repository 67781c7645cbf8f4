using System.Text.Json;
using ChatPS.Client.Http;

namespace ChatPS.Client.Paging;

/// <summary>One answer of a list, and the request for the one after it; none when the list ends here.</summary>
internal sealed record Page(IReadOnlyList<JsonElement> Items, ApiRequest? Next);
