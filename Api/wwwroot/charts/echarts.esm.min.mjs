// A host with the chart library serves it here instead. This empty module tells the page that there is none, without a failed request.
export {};
