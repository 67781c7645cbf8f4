using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;
using static ChatPS.Client.Platforms.Mattermost.MattermostTexts;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>What everybody sees before anything else: the picture beside the login, and the terms of service.</summary>
internal sealed class MattermostBrand(Connection connection) : Resource(connection), IBrandImage, ITermsOfService
{
    public async Task SaveAsync(Stream target, Action<long, long?> report, CallContext context)
    {
        try
        {
            await DownloadAsync(Call(GetBrandImage), target, report, context).ConfigureAwait(false);
        }
        catch (ChatException e) when (e is { StatusCode: 404, ErrorId: null })
        {
            // The server says so without a word.
            throw new ChatException(ChatErrorReason.NotFound, "The server has no brand image.", e) { StatusCode = 404, Advice = "Set-ChatBrandImage gives it one." };
        }
    }

    public Task SetAsync(FileUpload image, CallContext context) => SendAsync(Call(UploadBrandImage).File("image", image.Name, image.Open), context);

    public Task RemoveAsync(CallContext context) => SendAsync(Call(DeleteBrandImage), context);

    public Task<ChatTermsOfService> GetAsync(CallContext context) => SendAsync(Call(GetTermsOfService), MattermostJson.Default.TermsOfService, ToTerms, context);

    public Task<ChatTermsOfService> CreateAsync(string text, CallContext context) =>
        SendAsync(Call(CreateTermsOfService).Body("text", text), MattermostJson.Default.TermsOfService, ToTerms, context);

    private ChatTermsOfService ToTerms(Wire.TermsOfService terms) => new()
    {
        Session = Connection.Session,
        Unnamed = terms.Unnamed,
        Id = terms.Id,
        Text = terms.Text,
        UserId = Filled(terms.UserId),
        CreatedAt = MattermostTime.Read(terms.CreateAt),
    };
}
