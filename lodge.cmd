@echo off
rem Lodge from a checkout on Windows: finds a JDK, builds once what is missing, then runs.
rem   lodge              opens the desktop
rem   lodge --help       shows everything else
rem LODGE_JAVA_OPTIONS adds options for the Java machine.
setlocal EnableExtensions DisableDelayedExpansion
set "ROOT=%~dp0"
set "ROOT=%ROOT:~0,-1%"
set "APP=%ROOT%\desktop-app\target"
set "STAMP=%APP%\lodge.stamp"
set "LOG=%ROOT%\target\lodge-build.log"
set "JDK="

if defined JAVA_HOME call :consider "%JAVA_HOME%"
for /f "delims=" %%J in ('where javac 2^>nul') do call :consider "%%~dpJ.."
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%ProgramFiles%\BellSoft\*" "%USERPROFILE%\.jdks\*" "%USERPROFILE%\scoop\apps\temurin*-jdk\current" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*") do call :consider "%%~D"
if not defined JDK (
  echo lodge: no JDK 25 or newer found ^(looked at JAVA_HOME, PATH, Program Files and .jdks^). 1>&2
  echo Install one, such as: winget install EclipseAdoptium.Temurin.25.JDK 1>&2
  exit /b 1
)

rem Up to date when no source is newer than the stamp.
if exist "%STAMP%" (
  powershell -NoProfile -Command "$s=(Get-Item -LiteralPath $env:STAMP).LastWriteTimeUtc; $f=Get-ChildItem -LiteralPath $env:ROOT -Filter pom.xml; $d=Get-ChildItem -LiteralPath $env:ROOT -Directory | Where-Object { Test-Path (Join-Path $_.FullName 'pom.xml') }; $f+=$d | ForEach-Object { Get-Item -LiteralPath (Join-Path $_.FullName 'pom.xml') }; $f+=$d | ForEach-Object { Join-Path $_.FullName 'src\main'; Join-Path $_.FullName 'src\codegen' } | Where-Object { Test-Path -LiteralPath $_ } | ForEach-Object { Get-ChildItem -LiteralPath $_ -Recurse }; if ($f | Where-Object { $_.LastWriteTimeUtc -gt $s } | Select-Object -First 1) { exit 1 }"
  if not errorlevel 1 goto run
)

where mvn >nul 2>nul
if errorlevel 1 (
  echo lodge: Maven is missing; it is needed once, to build. Install it: winget install Apache.Maven 1>&2
  exit /b 1
)
if not exist "%ROOT%\target" mkdir "%ROOT%\target"
if exist "%APP%\lib" rmdir /s /q "%APP%\lib"
echo Building Lodge once ^(a few minutes; log: target\lodge-build.log^) ... 1>&2
type nul > "%ROOT%\target\lodge-build.mark"
pushd "%ROOT%"
set "JAVA_HOME=%JDK%"
call mvn -B -DskipTests -Dmaven.test.skip=true -Djacoco.skip=true -Dspotless.check.skip=true -Dcyclonedx.skip=true -pl desktop-app -am package > "%LOG%" 2>&1
set "RESULT=%ERRORLEVEL%"
popd
if not "%RESULT%"=="0" (
  echo lodge: the build failed. What Maven said: 1>&2
  findstr /b /c:"[ERROR]" "%LOG%" 1>&2
  exit /b 1
)
move /y "%ROOT%\target\lodge-build.mark" "%STAMP%" >nul
echo Lodge is built. 1>&2

:run
set "QUICK=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
for %%A in (%*) do if /i "%%~A"=="bridge" set "QUICK="
"%JDK%\bin\java.exe" %QUICK% --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow %LODGE_JAVA_OPTIONS% -cp "%APP%\classes;%APP%\lib\*" app.lodge.desktop.Lodge %*
exit /b %ERRORLEVEL%

rem :consider HOME takes the first JDK whose file `release` says 25 or more.
:consider
if defined JDK exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do for /f "delims=." %%M in ("%%~V") do if %%M GEQ 25 set "JDK=%~f1"
exit /b 0
