using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

internal interface ILicenses
{
    Task<ChatLicense> GetAsync(CallContext context);

    /// <summary>Puts a license in force, in place of the one there may be.</summary>
    Task<ChatLicense> SetAsync(FileUpload license, bool wanted, CallContext context);

    Task RemoveAsync(CallContext context);
}
