# Times methods of the package 'forecast' (Hyndman and Khandakar 2008) on the same series, one method after the other, in this process.
#
# Arguments:        season horizon
# Standard input:   a line a series: values joined by ';' (NA: not known)
# Standard output:  a line a method, as it ends: name <tab> CPU seconds (user and system) <tab> seconds <tab> series that it refused

suppressPackageStartupMessages(library(forecast))
options(warn = -1)

arguments <- as.integer(commandArgs(trailingOnly = TRUE))
season <- arguments[1]
h <- arguments[2]
series <- lapply(strsplit(readLines(file("stdin")), ";", fixed = TRUE), function(values) {
  y <- ts(as.numeric(values), frequency = season)
  if (anyNA(y)) na.interp(y) else y
})

methods <- list(
  "R thetaf" = function(y) thetaf(y, h = h, level = c(80, 95)),
  "R ets" = function(y) forecast(ets(y), h = h, level = c(80, 95)),
  "R auto.arima" = function(y) forecast(auto.arima(y), h = h, level = c(80, 95))
)

for (name in names(methods)) {
  refused <- 0
  gc(FALSE)
  time <- system.time(for (y in series) {
    tryCatch(methods[[name]](y), error = function(failure) refused <<- refused + 1)
  })
  cat(name, time[["user.self"]] + time[["sys.self"]], time[["elapsed"]], refused, sep = "\t")
  cat("\n")
  flush(stdout())
}
