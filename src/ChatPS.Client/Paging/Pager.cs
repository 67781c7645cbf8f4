using System.Text.Json;
using ChatPS.Client.Http;

namespace ChatPS.Client.Paging;

/// <summary>How one style of list is walked through. Stateless: all it knows is in the request and its response.</summary>
internal abstract class Pager
{
    /// <summary>The parameters it sets itself; whoever gives one of them wants a certain page and no walk.</summary>
    public virtual IReadOnlyList<string> Names => [];

    /// <summary>The member by which items are told apart.</summary>
    public virtual string IdName => "id";

    /// <summary>Whether it can ask the server for an order.</summary>
    public virtual bool CanOrder => false;

    /// <summary>The request for the first page.</summary>
    /// <returns>The request, and how many items at its beginning are still to be skipped.</returns>
    public abstract (ApiRequest Request, long Skip) Begin(ApiRequest request, PageWindow window);

    /// <summary>The items of a page and the request for the next one.</summary>
    public abstract Page Read(ApiRequest request, ApiResponse response, JsonElement body);
}
