using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Terms;

/// <summary>Makes the terms of service that people agree to before they use a server. Others than those that hold now have to be agreed to anew.</summary>
[Cmdlet(VerbsCommon.New, "ChatTermsOfService", SupportsShouldProcess = true)]
[OutputType(typeof(ChatTermsOfService))]
public sealed class NewChatTermsOfServiceCommand : WriteCmdlet
{
    /// <summary>What they say, in Markdown.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public string? Text { get; set; }

    private protected override void Process() => Guard(null, () =>
    {
        var (terms, text) = (Require<ITermsOfService>(), Text!);
        if (Should(ConnectionFor().Session.BaseUri.Host, "Make terms of service"))
            Submit(null, context => Emit(terms.CreateAsync(text, context)));
    });
}
