using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>The picture that a server shows beside its login.</summary>
internal interface IBrandImage
{
    /// <summary>Writes the picture, and says how far it is.</summary>
    Task SaveAsync(Stream target, Action<long, long?> report, CallContext context);

    Task SetAsync(FileUpload image, CallContext context);

    Task RemoveAsync(CallContext context);
}

/// <summary>What people agree to before they use a server.</summary>
internal interface ITermsOfService
{
    /// <summary>Those that hold now.</summary>
    Task<ChatTermsOfService> GetAsync(CallContext context);

    /// <summary>Makes others hold from now on. The same text again changes nothing.</summary>
    Task<ChatTermsOfService> CreateAsync(string text, CallContext context);
}
