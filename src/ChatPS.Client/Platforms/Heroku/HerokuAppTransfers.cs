using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Heroku.HerokuOperations;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>Personal apps on offer from one account to another.</summary>
internal sealed class HerokuAppTransfers(Connection connection) : Resource(connection), IItemReader<ChatAppTransfer>,
    IItemCreator<NewAppTransfer, ChatAppTransfer>, IItemEditor<AppTransferChange, ChatAppTransfer>, IItemRemover<ChatAppTransfer>
{
    public IAsyncEnumerable<ChatAppTransfer> ListAsync(PageWindow window, CallContext context) =>
        List(Call(AppTransferList), window, HerokuJson.Default.AppTransfer, ToTransfer, context);

    public Task<ChatAppTransfer> GetAsync(string item, CallContext context) => TransferAsync(Call(AppTransferInfo).Path("app_transfer_identity", item), context);

    public Task<ChatAppTransfer> CreateAsync(NewAppTransfer item, CallContext context) => TransferAsync(
        Call(AppTransferCreate)
            .Body("app", item.App)
            .Body("recipient", item.Recipient.AddressIn(Connection.Session))
            .Body("silent", item.Silent),
        context);

    public Task<ChatAppTransfer> UpdateAsync(string item, AppTransferChange change, CallContext context) =>
        TransferAsync(Call(AppTransferUpdate).Path("app_transfer_identity", item).Body("state", change.State), context);

    public Task RemoveAsync(string item, CallContext context) => SendAsync(Call(AppTransferDelete).Path("app_transfer_identity", item), context);

    private Task<ChatAppTransfer> TransferAsync(ApiCall call, CallContext context) =>
        SendAsync(call, HerokuJson.Default.AppTransfer, ToTransfer, context);

    private ChatAppTransfer ToTransfer(Wire.AppTransfer transfer) => new()
    {
        Session = Connection.Session,
        Unnamed = transfer.Unnamed,
        AppId = transfer.App?.Id ?? "",
        AppName = transfer.App?.Name,
        Id = transfer.Id,
        Owner = transfer.Owner?.Email,
        OwnerId = transfer.Owner?.Id,
        Recipient = transfer.Recipient?.Email,
        RecipientId = transfer.Recipient?.Id,
        State = transfer.State,
        CreatedAt = transfer.CreatedAt,
        UpdatedAt = transfer.UpdatedAt,
    };
}
