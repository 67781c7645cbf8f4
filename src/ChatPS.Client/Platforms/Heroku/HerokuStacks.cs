using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Heroku.HerokuOperations;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>What apps can run on.</summary>
internal sealed class HerokuStacks(Connection connection) : Resource(connection), IStackReader
{
    public IAsyncEnumerable<ChatStack> ListAsync(PageWindow window, CallContext context) => List(Call(StackList), window, context);

    public IAsyncEnumerable<ChatStack> ListForAppAsync(string app, PageWindow window, CallContext context) =>
        List(Call(StackListByApp).Path("app_identity", app), window, context);

    public Task<ChatStack> GetAsync(string item, CallContext context) =>
        SendAsync(Call(StackInfo).Path("stack_identity", item), HerokuJson.Default.Stack, ToStack, context);

    private IAsyncEnumerable<ChatStack> List(ApiCall call, PageWindow window, CallContext context) =>
        List(call, window, HerokuJson.Default.Stack, ToStack, context);

    private ChatStack ToStack(Wire.Stack stack) => new()
    {
        Session = Connection.Session,
        Unnamed = stack.Unnamed,
        Id = stack.Id,
        Name = stack.Name,
        State = stack.State,
        IsDefault = stack.Default,
        CreatedAt = stack.CreatedAt,
        UpdatedAt = stack.UpdatedAt,
    };
}
