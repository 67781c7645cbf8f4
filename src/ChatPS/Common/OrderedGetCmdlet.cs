using System.Management.Automation;
using ChatPS.Client.Paging;

namespace ChatPS.Common;

/// <summary>A cmdlet whose lists the server can sort.</summary>
public abstract class OrderedGetCmdlet : GetCmdlet
{
    private protected OrderedGetCmdlet()
    {
    }

    /// <summary>
    /// The member that the server sorts the list by, by its name in the API, such as name or updated_at; the API's documentation says
    /// which members a list can be sorted by. Left out, the server's own order.
    /// </summary>
    [Parameter]
    [ValidatePattern("^[A-Za-z_]+$")]
    public string? SortBy { get; set; }

    /// <summary>Has the server begin at the end of the order, so that -First gets the last ones.</summary>
    [Parameter]
    public SwitchParameter Descending { get; set; }

    private protected sealed override PageWindow Ordered(PageWindow window) => window with { SortBy = SortBy, Descending = Descending };
}
