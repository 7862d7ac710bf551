# Forecasts series with methods of the package 'forecast' (Hyndman and Khandakar 2008).
#
# Standard input, a line a fit:   id <tab> method <tab> season <tab> horizon <tab> values joined by ';' (NA: not known)
# Standard output, a line a fit:  id <tab> fitted|fallback <tab> mean <tab> 2.5% <tab> 10% <tab> 90% <tab> 97.5%, each a value a
# period joined by ';'. Lines come as fits end. Where a method refuses a series the seasonal naive forecast stands in: 'fallback'.

suppressPackageStartupMessages(library(forecast))
options(warn = -1)

methods <- list(
  theta = function(y, h) thetaf(y, h = h, level = c(80, 95)),
  ets = function(y, h) forecast(ets(y), h = h, level = c(80, 95)),
  arima = function(y, h) forecast(auto.arima(y), h = h, level = c(80, 95)),
  stlf = function(y, h) stlf(y, h = h, level = c(80, 95)),
  stlf_arima = function(y, h) stlf(y, h = h, method = "arima", level = c(80, 95))
)

joined <- function(x) paste(format(as.numeric(x), digits = 9, trim = TRUE, scientific = FALSE), collapse = ";")

input <- file("stdin")
open(input)
while (length(line <- readLines(input, n = 1)) > 0) {
  task <- strsplit(line, "\t", fixed = TRUE)[[1]]
  y <- ts(as.numeric(strsplit(task[5], ";", fixed = TRUE)[[1]]), frequency = as.numeric(task[3]))
  if (anyNA(y)) y <- na.interp(y)
  h <- as.integer(task[4])
  state <- "fitted"
  result <- tryCatch(methods[[task[2]]](y, h), error = function(failure) {
    state <<- "fallback"
    snaive(y, h = h, level = c(80, 95))
  })
  cat(task[1], state, joined(result$mean), joined(result$lower[, 2]), joined(result$lower[, 1]),
      joined(result$upper[, 1]), joined(result$upper[, 2]), sep = "\t")
  cat("\n")
  flush(stdout())
}
