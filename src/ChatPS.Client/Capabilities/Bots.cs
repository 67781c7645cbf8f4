using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>Which bots a list is to have.</summary>
/// <param name="IncludeDisabled">Those too that are disabled.</param>
/// <param name="Orphaned">Only those whose owners are gone.</param>
internal sealed record BotFilter(bool IncludeDisabled, bool Orphaned);

/// <summary>What a bot is to be, or to be from now on; what is not given stays.</summary>
internal sealed record BotChange
{
    public string? UserName { get; init; }

    public Given<string> DisplayName { get; init; }

    public Given<string> Description { get; init; }

    /// <summary>The user whose it shall be.</summary>
    public string? Owner { get; init; }

    public bool? Active { get; init; }

    /// <summary>The bot's picture; given as null, none.</summary>
    public Given<FileUpload> Icon { get; init; }
}

internal interface IBotReader : IUserWriter
{
    IAsyncEnumerable<ChatBot> ListAsync(BotFilter filter, PageWindow window, CallContext context);

    Task<ChatBot> GetAsync(string bot, CallContext context);
}

internal interface IBotEditor : IUserWriter
{
    Task<ChatBot> UpdateAsync(string bot, BotChange change, CallContext context);
}

internal interface IBotRemover : IUserWriter
{
    Task RemoveAsync(string bot, CallContext context);
}
